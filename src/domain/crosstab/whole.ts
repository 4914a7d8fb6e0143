import type { CountedFrame } from './counted.ts';
import type { Said, SaidInPassage } from './said.ts';
import type { Share, Shares } from './shares.ts';
import { columnsIn, Tally, Things, type Place } from './tally.ts';

/** Denominators are a table of one row. */
const ONLY_ROW: readonly (readonly number[])[] = [[0]];

const placeOf = ({ columns }: Share): Place => ({ rows: ONLY_ROW, columns });

function onlyRow(tally: Tally): readonly number[] {
  const [row = []] = tally.table();
  return row;
}

function peopleOf(shares: Iterable<Share>, width: number): readonly number[] {
  const people = new Things();
  for (const share of shares)
    for (const person of share.people) people.meet(person, placeOf(share));
  const tally = new Tally(1, width);
  people.countIn(tally);
  return onlyRow(tally);
}

/** The denominators of respondents, people, interviews or documents. */
export function unitsWhole(shares: Shares, width: number): CountedFrame {
  const all = [...shares.whole()];
  const units = new Things();
  for (const share of all) units.meet(share.unit, placeOf(share), share.weight);
  const tally = new Tally(1, width);
  units.countIn(tally);
  return {
    denominators: onlyRow(tally),
    denominatorPeople: peopleOf(all, width),
    overlap: units.overlap(),
  };
}

/** The denominators of passages: every coded passage, under any code. */
export function passagesWhole(
  shares: Shares,
  width: number,
  passages: readonly SaidInPassage[],
  said: readonly Said[],
): CountedFrame {
  const tally = new Tally(1, width);
  const placed = new Map<readonly Share[], readonly Place[]>();
  const placesOf = (found: readonly Share[]): readonly Place[] => {
    const known = placed.get(found) ?? found.map(placeOf);
    placed.set(found, known);
    return known;
  };
  let overlap = 0;
  let places: Place[] = [];
  passages.forEach(({ coding, passage }, at) => {
    places.push(...placesOf(shares.of(coding)));
    if (passages[at + 1]?.passage === passage) return;
    tally.add(places, 1);
    overlap += Math.max(0, columnsIn(places) - 1);
    places = [];
  });
  return {
    denominators: onlyRow(tally),
    denominatorPeople: peopleOf(
      said.flatMap(({ coding }) => shares.of(coding)),
      width,
    ),
    overlap,
  };
}
