/** Codebooks that a study may begin with. */

const criteria = `# Relevance

Whether what was done fits what was needed.

**Use when:** The speaker or the document holds the aims against the needs, priorities or rights of those concerned, or against circumstances that have changed.

**Not when:** Whether the aims were reached: Effectiveness. Whether the work fits that of others: Coherence.

# Coherence

Whether it fits with what else is done in the same field.

**Use when:** Work that supports, repeats or hinders other work, inside the organisation or by others; agreement with policies and standards.

**Not when:** Whether it fits the needs of people: Relevance.

# Effectiveness

Whether it reached what it set out to reach.

**Use when:** Results set against aims, for all or for some; what helped or hindered them.

**Not when:** Effects beyond the aims, or much later: Impact. What the results cost: Efficiency.

# Efficiency

What was put in for what came out: money, people and time.

**Use when:** Costs, delays, procedures and staff set against results, or against another way of doing it.

**Not when:** Means that are short as such, with no word on results.

# Impact

What it changed in the end, wanted or not.

**Use when:** Lasting or far-reaching effects on people, institutions or policies, good or bad, foreseen or not.

**Not when:** Results that were to be reached directly: Effectiveness.

# Sustainability

Whether the good of it stays when the support ends.

**Use when:** Money, skills, ownership or rules that carry on, or fail to.

**Not when:** Effects that the speaker does not set in time: Impact.
`;

export const starting = {
  title: 'Or begin with one that there is',
  lead: 'You see what would come in, and take out afterwards what your study does not need.',
  criteria: {
    name: 'Six evaluation criteria',
    source:
      'Relevance, coherence, effectiveness, efficiency, impact and sustainability, after the criteria of the OECD Development Assistance Committee (2019), in our own words.',
    text: criteria,
  },
  migration: {
    name: 'Themes of the labour-migration study',
    source:
      'Visibility and what stands in its way, employment nexus, framework, coordination, tripartism, specialists, statistics and more, after an evaluation of 2013, in our own words.',
  },
  project: (codes: number) =>
    `The codebook of another project of yours, ${codes.toLocaleString('en')} ${codes === 1 ? 'code' : 'codes'}.`,
};
