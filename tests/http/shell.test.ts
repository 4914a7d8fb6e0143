import { afterEach, beforeEach, expect, it } from 'vitest';
import { testApp, type TestApp } from '../factories/app.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

it('answers that it is well when the database answers', async () => {
  const response = await t.get('/health');
  expect(await response.json()).toEqual({ status: 'ok' });
});

it('shows the projects, and makes a new one', async () => {
  const made = await t.post('/projects', { name: 'Desk review' });
  expect(made.status).toBe(303);
  const page = await (await t.get('/')).text();
  expect(page).toMatch(/^<!doctype html>/u);
  expect(page).toContain('Desk review');
});

it('keeps what was typed when a project has no name, and says what is missing beside the field', async () => {
  const response = await t.post('/projects', { name: ' ', description: 'Six regions' });
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toContain('A project needs a name.');
  expect(page).toContain('Six regions');
});

it('does not tell a project that is not yours from one that does not exist', async () => {
  const response = await t.get('/projects/999/activity');
  expect(response.status).toBe(404);
});

it('lists each change on the activity page', async () => {
  const page = await (await t.get(`/projects/${t.ctx.projectId}/activity`)).text();
  expect(page).toContain('Project “Migration study” created');
});
