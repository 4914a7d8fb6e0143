export const terminal = {
  usageTitle: 'Earmark: from interviews to findings.\n\nUsage:',
  commonOptions:
    'Every command takes --data DIR (or EARMARK_DATA; default “data”), --project ID|NAME, --format and --out FILE.',
  unknownCommand: (words: string) => `There is no command “${words}”.`,
  serving: (url: string) => `Earmark is at ${url}`,
  stopped: 'Stopped.',
  usageOf: (usage: string, summary: string) => `Usage: earmark ${usage}\n\n${summary}`,
  exampleLoaded: (name: string) => `Loaded the worked example: “${name}”.`,
  encodingAssumed: (file: string, encoding: string) =>
    `${file} does not say how its letters are stored; it was read as ${encoding}. If letters look wrong, save it as “CSV UTF-8” and import that.`,
  errors: {
    portInUse: ({ port }: { port: number }) =>
      `Port ${port} is in use by another program, perhaps another Earmark. Stop that one, or choose another port with --port.`,
    newerDatabase: ({ file }: { file: string }) =>
      `${file} was written by a newer version of Earmark. Nothing in it was changed. Install that version, or name another folder with --data.`,
    badPort: ({ port }: { port: string }) =>
      `“${port}” is not a port. Name a number from 1 to 65535, for example --port 4000.`,
    notLoopback: ({ host }: { host: string }) =>
      `Earmark has no accounts yet, so it serves this machine only; ${host} would let others in. Use --host 127.0.0.1.`,
    noProject: () =>
      'There is no project yet. Make one with “earmark project new NAME”, or load the worked example with “earmark example”.',
    whichProject: ({ names }: { names: string }) =>
      `There are several projects; say which with --project. They are: ${names}.`,
    unknownProject: ({ name }: { name: string }) =>
      `There is no project “${name}”. “earmark project list” names those there are.`,
    noFile: ({ file }: { file: string }) => `There is no file ${file}, or it cannot be read.`,
    isWorkbook: ({ file }: { file: string }) =>
      `${file} is a workbook, which cannot be read here yet. Save the sheet as CSV UTF-8 and import that.`,
    notText: ({ file }: { file: string }) =>
      `${file} is not a text that can be read. Save the table as “CSV UTF-8” and import that. Nothing was imported.`,
    csvQuote: ({ file, line, column }: { file: string; line: number; column: number }) =>
      `${file}, line ${line}, column ${column}: a quotation mark is opened and not closed, or closed too early. Inside a quoted cell write it twice. Nothing was imported.`,
    cannotWrite: ({ file }: { file: string }) =>
      `${file} cannot be written. Name a file in a folder that exists and that you may write to.`,
    noData: ({ folder }: { folder: string }) =>
      `There is no database in ${folder}. Name the folder that holds earmark.db with --data.`,
    notADatabase: ({ folder }: { folder: string }) =>
      `The database in ${folder} cannot be read: it is damaged, or earmark.db is no database. Nothing was changed. Restore a backup into another folder with “earmark restore”.`,
    cannotOpen: ({ folder, detail }: { folder: string; detail: string }) =>
      `The database in ${folder} cannot be opened or written (${detail}). Look at the folder’s permissions and at the room left on the disk.`,
    unexpected: ({ detail }: { detail: string }) =>
      `Something went wrong that Earmark did not foresee, and what was under way was not done: ${detail}`,
    unknownFormat: ({ format, known }: { format: string; known: string }) =>
      `This command does not write ${format}; it writes ${known}.`,
    usage: ({ usage }: { usage: string }) => `Usage: earmark ${usage}`,
  },
};
