/**
 * The version of this library; every result carries it.
 *
 * @category Policy
 */
export const libraryVersion: string = "0.1.0";
