// Numeric tables in which no figure is worked out from another: what is found in them is found by chance.

import type { Random } from "./random.js";

/** A table, and how many rows and columns of figures it has. */
export interface UnrelatedTable {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** A measure: the heading of its column, and how one of its figures is printed. */
interface Measure {
  readonly heading: string;
  readonly print: (random: Random) => string;
}

const places =
  "Aldermoor Brackwell Calderby Dunholt Eastley Farnmere Gorsefield Hatherton Ivelchester Kelby".split(" ");
const kinds = "Burglary Robbery Theft Arson Fraud Vehicles Shops Schools Parks Stations Markets Buses".split(
  " ",
);
const measures = [
  "Visits",
  "Calls",
  "Referrals",
  "Posts",
  "Incidents",
  "Complaints",
  "Sessions",
  "Volunteers",
];

/** A table of 3 to 20 rows and 3 to 12 columns, drawn at random; the same draws give the same table. */
export function unrelatedTable(random: Random): UnrelatedTable {
  const rows = random.int(3, 20);
  const columns = random.int(3, 12);
  const made = random.chance(0.5) ? periods(random, columns) : mixture(random, columns);
  const labels = labelsOf(random, rows);
  const head = [random.pick(["", "Area", "Type", "Period"]), ...made.map((it) => it.heading)];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const body = labels.map((label) => line([label, ...made.map((it) => it.print(random))]));
  const text = [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...body].join("\n");
  return { text: `${text}\n`, rows, columns };
}

/** One measure by years, quarters or months. */
function periods(random: Random, columns: number): Measure[] {
  const print = random.pick(prints)(random);
  const first = random.int(2003, 2012);
  const name = random.pick<(i: number) => string>([
    (i) => String(first + i),
    (i) => `${first + i}/${String(first + i + 1).slice(2)}`,
    (i) => `Q${(i % 4) + 1} ${first + Math.floor(i / 4)}`,
    (i) => `Week ${i + 1}`,
  ]);
  return Array.from({ length: columns }, (_, i) => ({ heading: name(i), print }));
}

/** A measure of its own in each column. */
function mixture(random: Random, columns: number): Measure[] {
  const order = random.shuffle(measures);
  return Array.from({ length: columns }, (_, i): Measure => {
    const name = order[i % order.length] ?? "Visits";
    const which = i >= order.length ? `${name} ${Math.floor(i / order.length) + 1}` : name;
    return random.pick<() => Measure>([
      () => ({ heading: which, print: counts(random) }),
      () => ({ heading: `${which} (£)`, print: counts(random) }),
      () => ({ heading: `Cost of ${which.toLowerCase()}`, print: money(random) }),
      () => ({ heading: `% of ${which.toLowerCase()} on time`, print: percentages(random) }),
      () => ({ heading: `Average wait for ${which.toLowerCase()}`, print: decimals(random) }),
      () => ({ heading: `${which} rate`, print: decimals(random) }),
      () => ({ heading: `Satisfaction, ${which.toLowerCase()}`, print: percentages(random) }),
    ])();
  });
}

function labelsOf(random: Random, rows: number): string[] {
  const first = random.int(1990, 2004);
  const names = random.pick([places, kinds]);
  return random.pick([
    () => Array.from({ length: rows }, (_, i) => String(first + i)),
    () => Array.from({ length: rows }, (_, i) => `${first + i}/${String(first + i + 1).slice(2)}`),
    () =>
      Array.from({ length: rows }, (_, i) =>
        i < names.length
          ? (names[i] ?? "")
          : `${names[i % names.length]} ${Math.floor(i / names.length) + 1}`,
      ),
    () => Array.from({ length: rows }, (_, i) => `Team ${i + 1}`),
  ])();
}

type Print = (random: Random) => string;

const prints: readonly ((random: Random) => Print)[] = [counts, counts, money, percentages, decimals];

/** Whole numbers: of one size, or of all sizes up to one. */
function counts(random: Random): Print {
  const most = 10 ** random.int(1, 6);
  const least = random.chance(0.5) ? most / 10 : 0;
  const grouped = random.chance(0.7);
  return (draw) => group(String(draw.int(least, most)), grouped);
}

function money(random: Random): Print {
  const most = 10 ** random.int(2, 6);
  const pence = random.chance(0.5);
  return (draw) => `£${group(String(draw.int(0, most)), true)}${pence ? `.${two(draw.int(0, 99))}` : ""}`;
}

function percentages(random: Random): Print {
  const places = random.int(0, 2);
  const most = random.pick([100, 100, 30]);
  const sign = random.chance(0.8) ? "%" : "";
  return (draw) => `${fixed(draw, most, places)}${sign}`;
}

function decimals(random: Random): Print {
  const places = random.int(1, 3);
  const most = random.pick([5, 50, 500]);
  return (draw) => fixed(draw, most, places);
}

function fixed(random: Random, most: number, places: number): string {
  const whole = String(random.int(0, most - 1));
  return places === 0 ? whole : `${whole}.${String(random.int(0, 10 ** places - 1)).padStart(places, "0")}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function group(digits: string, grouped: boolean): string {
  return grouped ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits;
}
