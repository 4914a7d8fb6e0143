import { describe, expect, it } from 'vitest';
import { compareOverview, withTotal } from '../../../src/domain/register/compare.ts';

const row = (label: string, interviews: number, participants: number) => ({
  label,
  interviews,
  participants,
});

describe('comparing the overview with a published table', () => {
  const published = withTotal([row('North', 5, 4), row('South, coast', 2, 2), row('Total', 7, 6)]);

  it('finds nothing where both say the same, whatever the marks and the order', () => {
    const counted = withTotal([row('south coast', 2, 2), row('NORTH', 5, 4), row('total', 7, 6)]);
    const compared = compareOverview(counted, published);
    expect(compared.agrees).toBe(true);
    expect(compared.rows.map((r) => r.label)).toEqual(['North', 'South, coast']);
  });

  it('lists what differs, what is missing and what is extra, and the totals', () => {
    const counted = {
      rows: [row('North', 6, 4), row('East', 1, 1)],
      total: { interviews: 7, participants: 5 },
    };
    const compared = compareOverview(counted, published);
    expect(compared.agrees).toBe(false);
    expect(compared.differing).toMatchObject([
      { label: 'North', difference: { interviews: 1, participants: 0 } },
    ]);
    expect(compared.missing).toMatchObject([
      { label: 'South, coast', counted: null, difference: { interviews: -2, participants: -2 } },
    ]);
    expect(compared.extra).toMatchObject([{ label: 'East', published: null }]);
    expect(compared.total?.difference).toEqual({ interviews: 0, participants: -1 });
  });

  it('a row nobody is in is not extra', () => {
    const counted = { rows: [...published.rows, row('West', 0, 0)], total: published.total };
    expect(compareOverview(counted, published).extra).toEqual([]);
  });

  it('says when the published rows do not add up to the published total', () => {
    const wrong = withTotal([row('North', 5, 4), row('Total', 7, 6)]);
    expect(compareOverview(published, wrong).publishedSum).toEqual({
      interviews: -2,
      participants: -2,
    });
    expect(compareOverview(published, published).publishedSum).toEqual({
      interviews: 0,
      participants: 0,
    });
  });

  it('compares no totals where one table has none', () => {
    const compared = compareOverview({ rows: published.rows, total: null }, published);
    expect(compared.total).toBeNull();
    expect(compared.agrees).toBe(true);
  });
});
