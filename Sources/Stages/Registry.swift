package import Pipeline

/// All stages, in the order of the help: one line a stage.
package let registry = StageRegistry([
  AnyStage(LedgerStage.self),
  AnyStage(RFM.self),
  AnyStage(Satisfaction.self),
  AnyStage(Kano.self),
  AnyStage(Servqual.self),
  AnyStage(Quality.self),
])
