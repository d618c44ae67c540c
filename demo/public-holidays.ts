import Holidays from "date-holidays";
import { type CivilDate, compileCalendar, orThrow, type WorkingCalendar } from "hoito";

/**
 * The working calendar of a country: Monday to Friday, without its public holidays.
 *
 * @param country - ISO 3166 code, such as `US`
 * @param years - first and last year, both included
 */
export function workingCalendarOf(
  country: string,
  [first, last]: readonly [number, number],
): WorkingCalendar {
  const source = new Holidays(country);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const holidays = years
    .flatMap((year) => source.getHolidays(year))
    .filter(({ type }) => type === "public")
    .map(({ date }) => date.slice(0, "2017-12-31".length) as CivilDate);
  return orThrow(
    compileCalendar({
      from: `${first}-01-01`,
      until: `${last + 1}-01-01`,
      weekend: ["saturday", "sunday"],
      holidays,
    }),
  );
}
