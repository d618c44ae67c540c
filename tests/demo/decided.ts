import { orThrow } from "hoito";
import { type Chapter, decideChapter } from "../../demo/chapter.js";
import { growthCompanyChapter } from "../../demo/growth-company/growth-company-chapter.js";
import { superstoreChapter } from "../../demo/superstore/superstore-chapter.js";

/** Both chapters, decided once for all tests that look at them. */
export const superstore: Chapter = orThrow(decideChapter(superstoreChapter()));
export const growthCompany: Chapter = orThrow(decideChapter(growthCompanyChapter()));
