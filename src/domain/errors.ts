/**
 * The few ways a command can refuse. Each carries a code such as `codebook.nameTaken`, whose sentence stands in
 * `views/messages/<language>/<slice>.ts` under `errors`, so that pages and the command line say the same words.
 */
export type ErrorParams = Readonly<Record<string, string | number>>;

export class DomainError extends Error {
  override name = 'DomainError';
  /** @param field the form field the sentence stands beside, when there is one */
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly field: string | null = null,
  ) {
    super(code);
  }
}

/** There is no such thing here, or it belongs to another project: the answer must not tell which. */
export class NotFound extends DomainError {
  override name = 'NotFound';
}

/** Somebody changed it since; `current` is what stands now, so that the page can show both. */
export class Conflict extends DomainError {
  override name = 'Conflict';
  constructor(
    code: string,
    params: ErrorParams = {},
    field: string | null = null,
    readonly current: unknown = null,
  ) {
    super(code, params, field);
  }
}

/** What was asked for cannot be done with this input. */
export class Invalid extends DomainError {
  override name = 'Invalid';
}

/** This person may not do this. */
export class Forbidden extends DomainError {
  override name = 'Forbidden';
}

/** The request's body is over the limit. */
export class TooLarge extends DomainError {
  override name = 'TooLarge';
}
