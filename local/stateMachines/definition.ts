/** One `AWS::StepFunctions::StateMachine`. */
export type StateMachineDefinition = {
  name: string;
  arn: string;
  roleArn: string;
  /** The definition in the Amazon States Language, with every substitution made. */
  definition: string;
};
