import type { z } from 'zod';
import { DomainError, type ErrorParams } from '../domain/errors.ts';
import type { C } from './env.ts';
import { KEY_FIELD } from './once.ts';

/** What was typed, by field; a field that came several times is a list. Files are left out. */
export type Typed = Record<string, string | string[]>;

/** Sentences that stand beside fields; under `''` those about the whole form. */
export type FieldErrors = Record<string, string>;

export type Parsed<T> =
  { ok: true; value: T; typed: Typed } | { ok: false; errors: FieldErrors; typed: Typed };

/** The form's text fields as typed. */
export async function typedForm(c: C): Promise<Typed> {
  const body = await c.req.parseBody({ all: true });
  const typed: Typed = {};
  for (const [name, value] of Object.entries(body)) {
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    if (texts.length > 0 && name !== KEY_FIELD)
      typed[name] = Array.isArray(value) ? texts : (texts[0] ?? '');
  }
  return typed;
}

/**
 * Reads a form by its schema. A schema's own message is an error code (`codebook.nameEmpty`), so that its sentence comes
 * from the messages like any other.
 */
export async function parseForm<S extends z.ZodType>(c: C, schema: S): Promise<Parsed<z.infer<S>>> {
  const typed = await typedForm(c);
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, value: result.data, typed };
  const errors: FieldErrors = {};
  for (const issue of result.error.issues)
    errors[String(issue.path[0] ?? '')] ??= say(c, issue.message);
  return { ok: false, errors, typed };
}

/** A domain error as sentences beside fields. */
export function fieldErrors(c: C, error: unknown): FieldErrors {
  if (!(error instanceof DomainError)) throw error;
  return { [error.field ?? '']: say(c, error.code, error.params) };
}

/** The sentence for an error code. */
export function say(c: C, code: string, params: ErrorParams = {}): string {
  return c.get('t').errorSentence(code, params);
}
