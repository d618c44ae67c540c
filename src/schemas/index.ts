export { type Bounds, checkBounds, MOST_RECORDS, RECORD_BOUNDS } from "./check-bounds.js";
export { parseLifecycleMemory, parseMemberships, parseStayState } from "./parse-assignment.js";
export { type BaseOptions, parseCustomerBase, type ReadBase } from "./parse-customer-base.js";
export { parseFit } from "./parse-fit.js";
export { POLICY_BOUNDS, parsePolicy } from "./parse-policy.js";
export { parseRows, type RowOptions } from "./parse-rows.js";
export { policySchema } from "./policy-schema.js";
export type { ReadRecords, RejectedRecord } from "./read-records.js";
export { type ListKind, type ListTypes, recordSchemas } from "./record-schemas.js";
