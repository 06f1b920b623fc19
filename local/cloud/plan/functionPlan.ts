/** One Lambda function. */
export type FunctionPlan = {
  name: string;
  arn: string;
  roleArn: string;
  /** Absolute path of the unpacked code asset. */
  codeFolder: string;
  /** `file.export`. */
  handler: string;
  /** e.g. `nodejs24.x`. */
  runtime: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMiB: number;
  reservedConcurrency?: number;
};
