import { App, Tags } from 'aws-cdk-lib';
import { config } from '../config.ts';
import { ApiStack } from '../stacks/apiStack.ts';
import { DataStack } from '../stacks/dataStack.ts';

/** The CDK app. `node infra/bin/app.ts [out dir]` synthesizes it without the CDK CLI. */
const app = new App({ outdir: process.argv[2], analyticsReporting: false });
const env = { account: config.account, region: config.region };
const { replicaRegions, name } = config;
const data = new DataStack(app, `${name}Data`, { env, replicaRegions, settings: config.data });
new ApiStack(app, `${name}Api`, { env, data, settings: config.api, messages: config.messages });
for (const [key, value] of Object.entries(config.tags)) Tags.of(app).add(key, value);
app.synth();
