import type { Annotated, ParameterOperand } from "../rules/index.js";

/**
 * How deep a service goes, from the lightest to the deepest.
 *
 * @category Care
 */
export type ServiceExtent = "light" | "standard" | "deep";

/**
 * What the customers of a class get, and what they do not.
 *
 * @category Care
 */
export interface ServiceLevel extends Annotated {
  readonly extent: ServiceExtent;
  /** From the customer's contact to the answer, in hours as the company counts them. */
  readonly responseHours: number;
  /** 1 is served first. */
  readonly priority: number;
  readonly channels: readonly string[];
  readonly includes: readonly string[];
  /** What others get and these customers do not; an empty list says that nothing is kept back. */
  readonly excludes: readonly string[];
}

/**
 * A service level as a policy writes it: the hours may be those of a parameter.
 *
 * @category Care
 */
export interface WrittenServiceLevel<Parameter extends string = string>
  extends Omit<ServiceLevel, "responseHours"> {
  readonly responseHours: number | ParameterOperand<Parameter>;
}

/**
 * What contact with an account is to be like: how much, about what and how good.
 *
 * @category Care
 */
export interface ContactStandard extends Annotated {
  /** `byCadence` where the cadences of the model say it; otherwise contacts a year. */
  readonly quantity: "byCadence" | { readonly perYear: number };
  readonly content: readonly string[];
  /** What makes a contact good, such as `measurable`, `timely`, `tailored`. */
  readonly quality: readonly string[];
  /** The goals that are chosen from before a contact is made. */
  readonly goals: readonly string[];
  /** Whether the customer is asked and answers too. */
  readonly twoWay: boolean;
}

/**
 * The four choices of service for a segment, and the processes that are adapted to it.
 *
 * @category Care
 */
export interface ServiceChoices extends Annotated {
  /** Such as `faceToFace` or `phoneOnly`. */
  readonly salesModel: string;
  /** Such as `basic` or `tailored`. */
  readonly offering: string;
  readonly services: readonly string[];
  /** Such as `list` or `volumeDiscount`. */
  readonly price: string;
  readonly adaptedProcesses?: readonly string[];
}

/**
 * How an account that is not wanted is led towards the end of the relationship.
 *
 * @category Care
 */
export type ExitAction = "raisePrices" | "reorganiseContact" | "selfService";

/**
 * What an account of a care model weighs for whoever owns it.
 *
 * @category Care
 */
export interface OwnerEffort {
  /** A whole number from 1: an account of weight 3 counts as three. */
  readonly weight: number;
  /** Minutes of care a year, a whole number from 0. */
  readonly minutesPerYear: number;
}
