import type { Scope } from "../rules/index.js";
import { showInput } from "../shapes/index.js";
import {
  checkCivilDate,
  checkSpan,
  isClockTime,
  isZone,
  ROLL_CONVENTIONS,
  WEEKDAYS,
} from "../time/index.js";
import type { CampaignDefinition } from "./campaign-definition.js";
import { wholeWithin } from "./whole-within.js";

const ROUNDINGS = ["up", "down", "halfUp"];
const MOST_TIES = 10;

/** Checks the words, dates and times of a campaign, and that its stations follow one another. */
export function checkConventions(definition: CampaignDefinition, names: Scope, path: string): void {
  const { zone, period, lateActivities, emptyWeek } = definition;
  if (!isZone(zone)) {
    names.fault(`${path}.zone`, "unknown-zone", `${showInput(zone)} is not a known time zone`);
  }
  names.findings.push(...checkSpan(period, `${path}.period`));
  names.checkWords(period, ["from", "until"], `${path}.period`);
  checkDeadline(definition, names, `${path}.deadline`);
  oneOf(lateActivities, ["failTheWeek", "leftOut"], names, `${path}.lateActivities`);
  oneOf(emptyWeek, ["vacuous", "zero", "excused"], names, `${path}.emptyWeek`);
  checkAbsence(definition, names, `${path}.absence`);
  checkRanking(definition, names, `${path}.ranking`);
  checkLife(definition, names, `${path}.life`);
}

/** Records a word that is none of those allowed, with the nearest that is. */
export function oneOf(
  written: unknown,
  words: readonly string[],
  names: Scope,
  path: string,
): boolean {
  return names.checkWord(written, words, path);
}

function checkDeadline({ deadline }: CampaignDefinition, names: Scope, path: string): void {
  names.checkWords(deadline, ["weekday", "time", "bound", "roll", "gap", "overlap"], path);
  oneOf(deadline.weekday, WEEKDAYS, names, `${path}.weekday`);
  oneOf(deadline.bound, ["inclusive", "exclusive"], names, `${path}.bound`);
  oneOf(deadline.roll, ROLL_CONVENTIONS, names, `${path}.roll`);
  oneOf(deadline.gap, ["later", "earlier"], names, `${path}.gap`);
  oneOf(deadline.overlap, ["earlier", "later"], names, `${path}.overlap`);
  checkTime(deadline.time, names, `${path}.time`);
}

function checkTime(time: unknown, names: Scope, path: string): void {
  if (isClockTime(time)) return;
  names.fault(path, "not-a-time", `${showInput(time)} is not a time from 00:00 to 23:59`);
}

function checkAbsence({ absence }: CampaignDefinition, names: Scope, path: string): void {
  names.checkWords(absence, ["excusedFromDays", "thresholds", "partTime", "rounding"], path);
  if (absence.excusedFromDays !== "never") {
    wholeWithin(absence.excusedFromDays, 1, 7, names, `${path}.excusedFromDays`);
  }
  oneOf(absence.thresholds, ["full", "proRata"], names, `${path}.thresholds`);
  oneOf(absence.partTime, ["full", "proRata"], names, `${path}.partTime`);
  oneOf(absence.rounding, ROUNDINGS, names, `${path}.rounding`);
}

function checkRanking({ ranking }: CampaignDefinition, names: Scope, path: string): void {
  names.checkWords(ranking, ["ranks", "ties"], path);
  oneOf(ranking.ranks, ["competition", "dense", "ordinal"], names, `${path}.ranks`);
  for (const [index, each] of ranking.ties.slice(0, MOST_TIES).entries()) {
    const breakers = ["mostFullWeeks", "fewestReversals", "earliest"];
    oneOf(each, breakers, names, `${path}.ties[${index}]`);
  }
}

function checkLife({ life, period }: CampaignDefinition, names: Scope, path: string): void {
  names.checkWords(life, ["announcedOn", "cutOff", "judgingDays"], path);
  if (typeof life.cutOff !== "object" || life.cutOff === null) {
    const text = `${showInput(life.cutOff)} is no moment: a cut-off has a \`date\` and a \`time\``;
    names.fault(`${path}.cutOff`, "missing-property", text);
    return;
  }
  names.checkWords(life.cutOff, ["date", "time"], `${path}.cutOff`);
  const faultsBefore = names.findings.length;
  names.findings.push(
    ...checkCivilDate(life.announcedOn, `${path}.announcedOn`),
    ...checkCivilDate(life.cutOff.date, `${path}.cutOff.date`),
  );
  checkTime(life.cutOff.time, names, `${path}.cutOff.time`);
  wholeWithin(life.judgingDays, 0, 366, names, `${path}.judgingDays`);
  if (names.findings.length > faultsBefore) return;
  if (life.announcedOn > period.from) {
    const text = `\`${life.announcedOn}\` is after the campaign began on ${period.from}`;
    names.fault(`${path}.announcedOn`, "announced-too-late", text);
  }
  if (life.cutOff.date < period.until) {
    const text = `\`${life.cutOff.date}\` is before the campaign ends, which is until ${period.until}`;
    names.fault(`${path}.cutOff.date`, "cut-off-too-early", text);
  }
}
