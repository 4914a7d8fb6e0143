export * from './Header.tsx';
export * from './Page.tsx';
export * from './Workbench.tsx';
