/** The address of one source; everything done to it is posted below. */
export const sourceHref = (projectId: number, sourceId: number): string =>
  `/projects/${projectId}/sources/${sourceId}`;
