export type {
  CareChapter,
  CareException,
  CareModel,
  CareOutcome,
  Owner,
  OwnerOutcome,
  OwnerPlace,
  OwnershipRule,
} from "./care-model.js";
export { type CompiledCare, compileCare } from "./compile-care.js";
export { entitle, nextException } from "./entitle.js";
export { findOwner, nextOwnership } from "./find-owner.js";
