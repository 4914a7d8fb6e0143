import { Hono } from 'hono';
import { HelpPage } from '../../views/help/HelpPage.tsx';
import { NotFound } from '../domain/errors.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { guideContents, isGuidePage, readGuide } from './guide.ts';

export const helpRoutes = new Hono<Env>();

helpRoutes.get('/help', (c) => guidePage(c, 'index'));
helpRoutes.get('/help/:page', (c) => guidePage(c, c.req.param('page')));

async function guidePage(c: C, name: string): Promise<Response> {
  if (!isGuidePage(name)) throw new NotFound('help.noPage');
  const { rootDir } = c.get('deps');
  const [text, contents, shell] = await Promise.all([
    readGuide(rootDir, name),
    guideContents(rootDir),
    shellProps(c),
  ]);
  return page(c, <HelpPage shell={shell} current={name} contents={contents} {...text} />);
}
