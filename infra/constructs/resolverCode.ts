import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { bundleAppsync } from '../../tools/appsync-bundle/bundle.ts';
import { projectFile } from './projectFile.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Bundles of resolver code as assets: inline they would soon outgrow a template. */
export class ResolverCode extends Construct {
  readonly #folder = temporaryFolder();
  readonly #assets = new Map<string, Asset>();

  /** S3 URL of the bundle of `resolvers/<file>.ts`; steps that repeat share one. */
  url(file: string): string {
    const asset = this.#assets.get(file) ?? this.#bundle(file);
    this.#assets.set(file, asset);
    return asset.s3ObjectUrl;
  }

  #bundle(file: string): Asset {
    const target = path.join(this.#folder, `${file.replaceAll('/', '.')}.js`);
    writeFileSync(target, bundleAppsync(projectFile(`resolvers/${file}.ts`)).code);
    return new Asset(this, file.replaceAll('/', '.'), { path: target });
  }
}
