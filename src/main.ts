import { startCityJobs } from './kernel/jobs/kernel-jobs.ts';
import { kernelFolders } from './kernel/kernel-areas.ts';
import { buildServer } from './kernel/http/server.ts';
import { useLiveNotifier } from './kernel/http/live-notifier.ts';
import { loadAssets } from './kernel/page/assets.ts';
import { assetRoutes } from './kernel/page/asset-routes.ts';
import { startCity } from './kernel/start-city.ts';
import { StartProblem } from './kernel/database/start-problem.ts';
import { cityHall } from './city-hall.ts';
import { publicSite } from './public-site/public-site.ts';
import { readSettings } from './settings.ts';
import { staffDesk } from './staff-desk/staff-desk.ts';

/** How long a stop waits for a visitor who is slow to send or to read. */
const PATIENCE_MS = 10_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const shells = [publicSite.folder, staffDesk.folder];
  const city = await startCity(settings, cityHall, shells);
  useLiveNotifier(city.connections);
  const folders = [
    ...kernelFolders().map(({ folder }) => folder),
    ...cityHall.map(({ folder }) => folder),
    ...shells,
  ];
  const assets = await loadAssets(folders);
  const app = await buildServer(city, {
    pages: [...publicSite.pages(city), ...staffDesk.pages(city)],
    routes: [(server) => assetRoutes(server, assets)],
  });
  const jobs = startCityJobs(city);
  const stop = async () => {
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS).unref();
    await app.close();
    await jobs.stop();
    await city.connections.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  const address = await app.listen({ port: settings.port, host: '0.0.0.0' });
  city.log.info({ address: address.replace('0.0.0.0', 'localhost') }, 'Прозорий офіс відчинено');
}

main().catch((error: unknown) => {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exit(1);
});
