export { GUIDE_PAGES } from './guide.ts';
export { helpRoutes } from './routes.tsx';
