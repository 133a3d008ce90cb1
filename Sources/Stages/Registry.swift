package import Pipeline

/// All stages, in the order of the help: one line a stage.
package let registry = StageRegistry([
  AnyStage(LedgerStage.self),
  AnyStage(RFM.self),
  AnyStage(CLV.self),
  AnyStage(Retention.self),
  AnyStage(Tiers.self),
  AnyStage(Lifecycle.self),
  AnyStage(Migration.self),
  AnyStage(Acquisition.self),
  AnyStage(Matrix.self),
  AnyStage(Basket.self),
  AnyStage(Satisfaction.self),
  AnyStage(Drivers.self),
  AnyStage(Kano.self),
  AnyStage(Servqual.self),
  AnyStage(Journey.self),
  AnyStage(Loyalty.self),
  AnyStage(Claims.self),
  AnyStage(Quality.self),
])
