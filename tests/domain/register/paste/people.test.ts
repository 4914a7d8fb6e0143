import { describe, expect, it } from 'vitest';
import { decided, doubts, interview, names, read } from './build.ts';

const AGAIN = 'Ann Lee HEALTH 15.3.2013 MS\nAnn Lee (2nd) HEALTH 16.3.2013 MS';

describe('the same person again', () => {
  it.each([
    'Ann Lee (2nd) HEALTH',
    'Ann Lee\n(second interview)\nHEALTH',
    'Ann Lee\n(2nd)\nHEALTH',
  ])('joins the earlier respondent where the list says so: %j', (again) => {
    const reading = read(`Ann Lee HEALTH 15.3.2013 MS\n${again} 16.3.2013 MS`);
    expect(interview(reading, 1)).toMatchObject({
      kind: 'follow-up',
      respondents: [{ name: 'Ann Lee', earlier: { line: 1 }, isRepeat: true }],
    });
    expect(doubts(reading, 'second-interview')).toMatchObject([{ line: 2, reading: '1' }]);
  });

  it('joins by the same name alone, in doubt', () => {
    const reading = read('Ann Lee HEALTH 15.3.2013 MS\nMs. Ann  LEE HEALTH 16.3.2013 MS');
    expect(interview(reading, 1).respondents).toMatchObject([{ earlier: { line: 1 } }]);
    expect(doubts(reading, 'same-name')).toHaveLength(1);
  });

  it('joins by a name a letter away as a reading in doubt, and not where a number differs', () => {
    const reading = read('Ann Leeman HEALTH 15.3.2013 MS\nAnn Leemann HEALTH 16.3.2013 MS');
    expect(interview(reading, 1).respondents).toMatchObject([{ earlier: { line: 1 } }]);
    expect(doubts(reading, 'name-alike')).toHaveLength(1);
    const groups = read(
      'Growers 1 (3 people) HEALTH 15.3.2013 MS\nGrowers 2 (3 people) HEALTH 16.3.2013 MS',
    );
    expect(interview(groups, 1).respondents).toMatchObject([{ earlier: null }]);
  });

  it('is a doubt where no earlier interview is found', () => {
    expect(doubts(read('Ann Lee (2nd) HEALTH 15.3.2013 MS'), 'first-not-found')).toHaveLength(1);
  });

  it('is somebody else when a person says so', () => {
    const reading = decided(AGAIN, { lines: { 2: { isEarlier: false } } });
    expect(interview(reading, 1).respondents).toMatchObject([{ earlier: null }]);
    expect(doubts(reading, 'second-interview')).toEqual([]);
  });

  it('names respondents of the project in doubts by their reference alone', () => {
    const known = {
      respondents: [{ id: 9, reference: 'R-09', name: 'Ann Leeman' }],
      interviewers: [],
    };
    const reading = read('Ann Leemann HEALTH 15.3.2013 MS', { known });
    expect(doubts(reading, 'name-alike')).toMatchObject([{ reading: 'R-09' }]);
    expect(JSON.stringify(reading)).not.toContain('Ann Leeman"');
  });
});

describe('interviewers', () => {
  const SPELT =
    'Ann Lee HEALTH 15.3.2013 RRtH & KP\nBob Ray HEALTH 16.3.2013 RRtH\nCara Poe HEALTH 17.3.2013 RrtH &KP\nDan Roe HEALTH 18.3.2013 RRtB';

  it('stay as they are spelt, and a likely slip is a doubt with the frequent spelling', () => {
    const reading = read(SPELT);
    expect(reading.interviews.map((i) => i.interviewers)).toEqual([
      ['RRtH', 'KP'],
      ['RRtH'],
      ['RrtH', 'KP'],
      ['RRtB'],
    ]);
    expect(doubts(reading, 'interviewer-same')).toMatchObject([
      { line: 3, text: 'RrtH', alternatives: ['RRtH'] },
    ]);
    expect(doubts(reading, 'interviewer-alike')).toMatchObject([
      { line: 4, text: 'RRtB', alternatives: ['RRtH'] },
    ]);
  });

  it('become one person when somebody says so, and stay two when not', () => {
    const reading = decided(SPELT, { interviewers: { RrtH: 'RRtH', RRtB: 'RRtB' } });
    expect(reading.interviews.map((i) => i.interviewers[0])).toEqual([
      'RRtH',
      'RRtH',
      'RRtH',
      'RRtB',
    ]);
    expect(reading.doubts).toEqual([]);
  });

  it('of the project are what a spelling is a slip for', () => {
    const known = { respondents: [], interviewers: ['RrtH'] };
    expect(doubts(read(SPELT, { known }), 'interviewer-same')).toMatchObject([
      { line: 1, text: 'RRtH', alternatives: ['RrtH'] },
    ]);
  });

  it('go on in the next line behind an ampersand', () => {
    const reading = read('Ann Lee HEALTH 15.3.2013 DOb & KP &\nRRtH\nBob Ray HEALTH 16.3.2013 KP');
    expect(interview(reading).interviewers).toEqual(['DOb', 'KP', 'RRtH']);
    expect(names(reading)).toEqual([['Ann Lee'], ['Bob Ray']]);
  });

  it('two initials a letter apart are two people', () => {
    const reading = read('Ann Lee HEALTH 15.3.2013 MS\nBob Ray HEALTH 16.3.2013 MB');
    expect(reading.doubts).toEqual([]);
  });
});
