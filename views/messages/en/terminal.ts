export const terminal = {
  usageTitle: 'Earmark: from interviews to findings.\n\nUsage:',
  commonOptions:
    'Every command takes --data DIR (or EARMARK_DATA; default “data”), --project ID|NAME, --format and --out FILE.',
  unknownCommand: (words: string) => `There is no command “${words}”.`,
  serving: (url: string) => `Earmark is at ${url}`,
  stopped: 'Stopped.',
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
    unknownFormat: ({ format, known }: { format: string; known: string }) =>
      `This command does not write ${format}; it writes ${known}.`,
    usage: ({ usage }: { usage: string }) => `Usage: earmark ${usage}`,
  },
};
