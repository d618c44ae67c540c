export { adultInstitute2010 } from "./adult-institute-2010/preset.js";
export { b2bSales2018 } from "./b2b-sales-2018/preset.js";
export { growthCompany2020 } from "./growth-company-2020/preset.js";
export type { Preset, SampleBase, SampleCampaign, SampleOptions } from "./preset.js";
export { salonWholesaler2014 } from "./salon-wholesaler-2014/preset.js";
export { type SeededRandom, seededRandom } from "./seeded-random.js";
export { smeCare2022 } from "./sme-care-2022/preset.js";
