import { App, Tags } from 'aws-cdk-lib';
import { config } from '../config.ts';
import { ApiStack } from '../stacks/apiStack.ts';
import { DataStack } from '../stacks/dataStack.ts';

/** The CDK app. `node infra/bin/app.ts [out dir]` synthesizes it without the CDK CLI. */
const app = new App({ outdir: process.argv[2], analyticsReporting: false });
const env = { account: config.account, region: config.region };
const { tables } = new DataStack(app, `${config.name}Data`, { env, replicaRegions: config.replicaRegions });
new ApiStack(app, `${config.name}Api`, { env, tables, settings: config.api });
for (const [key, value] of Object.entries(config.tags)) Tags.of(app).add(key, value);
app.synth();
