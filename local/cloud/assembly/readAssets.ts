import { join } from 'node:path';
import { z } from 'zod';
import { TemplateError } from '../template/templateError.ts';
import type { AssetStore } from './assetStore.ts';

const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string(), packaging: z.enum(['file', 'zip']).default('file') }),
        destinations: z.record(
          z.string(),
          z.object({ bucketName: z.string(), objectKey: z.string(), region: z.string().optional() }),
        ),
      }),
    )
    .default({}),
  dockerImages: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Enters a stack's assets under the bucket and key that its template uses.
 * @throws {TemplateError} for container images, which are not run
 */
export function readAssets(folder: string, source: unknown, store: AssetStore): void {
  const { files, dockerImages } = assetManifest.parse(source);
  if (Object.keys(dockerImages).length > 0) throw new TemplateError('container images are not run locally');
  for (const { source, destinations } of Object.values(files)) {
    for (const { bucketName, objectKey } of Object.values(destinations)) {
      store.add(bucketName, objectKey, { path: join(folder, source.path), packaging: source.packaging });
    }
  }
}
