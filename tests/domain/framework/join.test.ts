import { expect, it } from 'vitest';
import { joinSummaries } from '../../../src/domain/framework/join.ts';

it('takes summaries over, and makes one text of two in one cell, which has seen what both had', () => {
  const staying = [{ id: 1, cell: 7, body: 'Wants more staff.', seenAt: '2026-01-03' }];
  const going = [
    { id: 2, cell: 7, body: 'Names pay.', seenAt: '2026-01-02' },
    { id: 3, cell: 8, body: 'Says nothing of it.', seenAt: '2026-01-01' },
  ];
  expect(joinSummaries(going, staying)).toEqual({
    moved: [3],
    joined: [{ id: 1, gone: 2, body: 'Wants more staff.\n\nNames pay.', seenAt: '2026-01-02' }],
  });
});

it('does not say the same twice', () => {
  const one = { id: 1, cell: 7, body: 'Wants more staff.', seenAt: '2026-01-01' };
  const { joined } = joinSummaries([{ ...one, id: 2, seenAt: '2026-01-02' }], [one]);
  expect(joined).toEqual([{ id: 1, gone: 2, body: one.body, seenAt: '2026-01-01' }]);
});
