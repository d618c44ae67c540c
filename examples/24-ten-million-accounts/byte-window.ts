const LINE_FEED = 10;
const LONGEST_ROW = 2 ** 20;

/** The bytes of a file that are not read yet, in one place that is used again and again. */
export class ByteWindow {
  private room = new Uint8Array(2 ** 16);
  private length = 0;

  /** With a line feed of our own behind them, at which whoever reads a cell stops. */
  get bytes(): Uint8Array {
    this.room[this.length] = LINE_FEED;
    return this.room.subarray(0, this.length + 1);
  }

  add(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length >= this.room.length) {
      const { room } = this;
      this.room = new Uint8Array(2 * length + 1);
      this.room.set(room);
    }
    this.room.set(chunk, this.length);
    this.length = length;
  }

  /** Drops the first bytes, which have been read, and moves the others to the front. */
  drop(count: number): void {
    this.room.copyWithin(0, count, this.length);
    this.length -= count;
    if (this.length > LONGEST_ROW) {
      throw new Error("a row is longer than a mebibyte: is a quote open?");
    }
  }
}
