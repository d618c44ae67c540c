import { compileCalendar, orThrow, type ScheduleRules } from "hoito";
import { placeDuties, type ScheduleDuty, toCalendarEvents } from "hoito/cadence";
import ICAL from "ical.js";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

const weekend = ["saturday", "sunday"] as const;
const calendar = orThrow(compileCalendar({ from: "2018-01-01", until: "2019-01-01", weekend }));
const rules: ScheduleRules = {
  shortWeeks: "whole",
  late: "leave",
  evenWithinDays: 0,
  levelSteps: 10,
  farFromMinutes: 120,
};
const people = [{ id: "anna", weeklyCapacityMinutes: 600 }] as const;
const duty = (accountId: string): ScheduleDuty => ({
  id: `${accountId}|visit|2018-01#1`,
  accountId,
  significance: 1,
  eligible: ["anna"],
  effortMinutes: 60,
  permission: "allowed",
  title: `Visit ${accountId}`,
  window: { earliest: "2018-01-15", ideal: "2018-01-17", latest: "2018-01-26" },
});
const context = { asOf: "2018-01-15", until: "2018-02-01", calendar, rules } as const;
const first = placeDuties([duty("Aalto"), duty("Halla")], people, context);

// Two days later Anna falls ill, and Halla is no customer any more.
const absences = [{ from: "2018-01-17", until: "2018-01-19" }] as const;
const away = people.map((person) => ({ ...person, absences }));
const second = placeDuties([duty("Aalto")], away, { ...context, previous: first });

/** The events of a schedule as iCalendar text; days carry no time of day. */
function write(schedule: typeof first): string {
  const feed = ical({ name: "Visits", method: ICalCalendarMethod.PUBLISH });
  for (const { uid, sequence, status, from, until, summary } of toCalendarEvents(schedule)) {
    feed.createEvent({
      id: uid,
      sequence,
      summary,
      allDay: true,
      start: new Date(`${from}T00:00:00Z`),
      end: new Date(`${until}T00:00:00Z`),
      stamp: new Date(0),
      timezone: "UTC",
      status: ICalEventStatus[status],
    });
  }
  return feed.toString();
}

// Another library reads both back.
for (const schedule of [first, second]) {
  const feed = new ICAL.Component(ICAL.parse(write(schedule)));
  for (const each of feed.getAllSubcomponents("vevent")) {
    const { uid, sequence, startDate, summary } = new ICAL.Event(each);
    console.log(uid, sequence, startDate.toString(), summary, each.getFirstPropertyValue("status"));
  }
}
// => Aalto|visit|2018-01#1 0 2018-01-17 Visit Aalto CONFIRMED
// => Halla|visit|2018-01#1 0 2018-01-17 Visit Halla CONFIRMED
// => Aalto|visit|2018-01#1 1 2018-01-16 Visit Aalto CONFIRMED
// => Halla|visit|2018-01#1 1 2018-01-17 Visit Halla CANCELLED
