import { join } from 'node:path';
import { TemplateError } from '../template/templateError.ts';

export type Asset = { path: string; packaging: 'file' | 'zip' };

/** The files and folders of a cloud assembly under the bucket and key that templates name them by. */
export class AssetStore {
  readonly #assets = new Map<string, Asset>();

  add(bucket: string, key: string, asset: Asset): void {
    this.#assets.set(join(bucket, key), asset);
  }

  /** @throws {TemplateError} when the assembly has no such asset */
  get(bucket: string, key: string): Asset {
    const asset = this.#assets.get(join(bucket, key));
    if (asset === undefined) throw new TemplateError(`the cloud assembly has no asset s3://${bucket}/${key}`);
    return asset;
  }

  /** @param location `s3://bucket/key` */
  at(location: string): Asset {
    const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? [];
    if (bucket === undefined || key === undefined) throw new TemplateError(`not an S3 location: ${location}`);
    return this.get(bucket, key);
  }
}
