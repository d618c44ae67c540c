import { attainmentKinds } from "./attainment.js";
import { breadthKinds } from "./breadth-of-purchases.js";
import { concentrationKinds } from "./concentration-kinds.js";
import { contractKinds } from "./contract-shares.js";
import { coverageKinds } from "./coverage.js";
import { customerKinds } from "./customers.js";
import { dataQualityKinds } from "./data-quality.js";
import { effortKinds } from "./effort.js";
import type { ArgumentSpec, FigureKind, KpiDescription } from "./figure-kind.js";
import { movementKinds } from "./movement.js";
import { offerKinds } from "./offers.js";
import { orderKinds } from "./orders.js";
import { peopleKinds } from "./people.js";
import { planningKinds } from "./planning-horizon.js";
import { delayKinds } from "./recording-delay.js";
import { adoptionKinds } from "./regular-users.js";
import { endKinds } from "./relationship-ends.js";
import { revenueRetentionKinds } from "./revenue-retention.js";
import { salesKinds } from "./sales.js";
import { satisfactionKinds } from "./satisfaction-kinds.js";
import { serviceKinds } from "./service.js";
import { trainingKinds } from "./trainings.js";
import { valueKinds } from "./value-figures.js";
import { visitKinds } from "./visit-quality.js";

/**
 * A figure that a definition can name: what it is, and which conventions it must state.
 *
 * @category KPIs
 */
export interface CatalogueEntry extends KpiDescription {
  readonly figure: string;
  readonly arguments: Readonly<Record<string, ArgumentSpec>>;
}

/** Every kind of figure by its name. */
export const figureKinds: ReadonlyMap<string, FigureKind> = /* @__PURE__ */ kindsByName();

/**
 * All figures that a board can compute, as plain data.
 *
 * @category KPIs
 */
export const kpiCatalogue: readonly CatalogueEntry[] = /* @__PURE__ */ describeKinds();

function kindsByName(): Map<string, FigureKind> {
  const families = [
    coverageKinds,
    attainmentKinds,
    visitKinds,
    planningKinds,
    delayKinds,
    dataQualityKinds,
    adoptionKinds,
    satisfactionKinds,
    customerKinds,
    revenueRetentionKinds,
    valueKinds,
    contractKinds,
    breadthKinds,
    concentrationKinds,
    salesKinds,
    offerKinds,
    orderKinds,
    serviceKinds,
    movementKinds,
    effortKinds,
    trainingKinds,
    endKinds,
    peopleKinds,
  ];
  return new Map(families.flatMap((family) => Object.entries(family)));
}

function describeKinds(): readonly CatalogueEntry[] {
  return [...figureKinds].map(([figure, { describe, arguments: specs }]) => {
    return { figure, ...describe, arguments: specs };
  });
}
