/** A host's own key of a record; it comes back as it was handed over. */
export type RecordId = string | number;
