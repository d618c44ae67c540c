/** The version of this library; every result carries it. */
export const libraryVersion: string = "0.1.0";
