/**
 * AWS's own managed policies that a template may name, each with what it would grant. All of it concerns services that
 * are not run, so here they grant nothing. The path is what follows `arn:aws:iam::aws:policy/`.
 */
export const awsManagedPolicies: Record<string, string> = {
  'service-role/AmazonRDSEnhancedMonitoringRole': 'monitoring, which is a report in an account',
  'service-role/AWSLambdaBasicExecutionRole': 'writing logs, which the local cloud prints',
  'service-role/AWSLambdaVPCAccessExecutionRole': 'logs and network interfaces of a VPC',
  'service-role/AWSAppSyncPushToCloudWatchLogs': 'writing logs, which the local cloud prints',
  AWSXRayDaemonWriteAccess: 'traces',
  CloudWatchLambdaInsightsExecutionRolePolicy: 'metrics and logs',
};
