type P = Record<string, string | number>;

/** Checks, backups and restores. Sentences of problems name ids, never words people said or who they are. */
export const upkeep = {
  checked: 'All is well.',
  problemsInCopy: (count: number) =>
    `The backup was made, but ${count === 1 ? 'one thing in it is' : `${count} things in it are`} not as it should be. Run “earmark check”.`,
  problems: {
    database: ({ detail }: P) => `The database file is damaged: ${detail}`,
    foreignKey: ({ table, row, parent }: P) =>
      `Row ${row} of ${table} points to a row of ${parent} that is not there.`,
    text: ({ source, version }: P) =>
      `The text of source ${source} (version ${version}) is no longer what was brought in.`,
    textFacts: ({ source }: P) =>
      `What is noted about the text of source ${source} (length, hash) does not fit its text.`,
    codingText: ({ coding, source }: P) =>
      `Coding ${coding} in source ${source} no longer reads what was coded.`,
    codingOutside: ({ coding, source }: P) =>
      `Coding ${coding} reaches outside the text of source ${source}.`,
    codingSplits: ({ coding, source }: P) =>
      `Coding ${coding} in source ${source} begins or ends in the middle of a character.`,
    codingElsewhere: ({ coding, source }: P) =>
      `Coding ${coding}, its code and source ${source} are not of one project.`,
    lostElsewhere: ({ lost, source }: P) =>
      `Lost coding ${lost}, its code and source ${source} are not of one project.`,
    lostText: ({ lost, source, version }: P) =>
      `Lost coding ${lost} in source ${source} no longer has the words that were coded, in version ${version} of the text.`,
    segments: ({ source }: P) =>
      `The segments of source ${source} overlap or leave out some of its text.`,
    chain: ({ project, seq, how }: P) =>
      `The record of changes of project ${project} was altered: change ${seq} is ${String(how)}.`,
    kept: ({ project, sha256 }: P) =>
      `Words kept for undo in project ${project} were altered (${String(sha256).slice(0, 12)}…).`,
    unforgotten: () =>
      'A respondent was erased while another program used the database, so traces may remain in its file. Start Earmark once nothing else uses it.',
    originalMissing: ({ sha256 }: P) =>
      `The original file ${String(sha256).slice(0, 12)}… is missing from the folder “originals”.`,
    originalChanged: ({ sha256 }: P) =>
      `The original file ${String(sha256).slice(0, 12)}… is no longer what was brought in.`,
  },
  errors: {
    cannotWrite: ({ file }: P) =>
      `${file} cannot be written. Name a file in a folder that exists and that you may write to.`,
    noBackup: ({ file }: P) => `There is no backup ${file}, or it cannot be read.`,
    notABackup: ({ file }: P) =>
      `${file} is not a backup made by “earmark backup”, or it is damaged. Nothing was changed.`,
    newerBackup: ({ file }: P) =>
      `${file} was made by a newer version of Earmark. Nothing was changed. Install that version to restore it.`,
    unsound: ({ count }: P) =>
      `This backup was not restored: ${count === 1 ? 'one thing in it is' : `${count} things in it are`} not as it should be. Nothing was changed.`,
    exists: ({ folder }: P) =>
      `${folder} already holds a database. Nothing was changed. Name another folder with --data, or replace what is there with --force.`,
    inUse: ({ folder }: P) =>
      `Earmark is running on ${folder}. Nothing was changed. Stop it, then restore again.`,
  },
};
