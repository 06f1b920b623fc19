/** A local cloud as a program: `node childCloudProcess.ts <data folder>` prints where it is, as one line of JSON. */
import { startTestCloud } from './startTestCloud.ts';
import { startControl } from './control.ts';

const cloud = await startTestCloud({ port: 0, dataFolder: process.argv[2]! });
const control = await startControl(cloud);
const { graphqlUrl, endpointUrl, region } = cloud;
process.stdout.write(`${JSON.stringify({ graphqlUrl, endpointUrl, region, controlUrl: control.url })}\n`);
