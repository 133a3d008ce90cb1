import RealModule

/// Brings what was fitted in days into another unit of time, and back.
///
/// Rates of heterogeneity (α of purchases, β of dropout) are times. The likelihood is a density of
/// the x repeat times: in units of u days it is greater by u for each of them. BG/BB counts periods,
/// and nothing changes.
package struct PurchaseTimeUnit: Sendable {
  package let days: Double

  /// - Precondition: above zero.
  package init(days: Double) {
    precondition(days > 0, "a unit of time is longer than nothing")
    self.days = days
  }

  private func isTime(_ parameter: String, _ model: PurchaseModel) -> Bool {
    model != .bgBB && (parameter == "alpha" || parameter == "beta")
  }

  /// A parameter fitted in days, in this unit.
  package func inUnit(_ value: Double, parameter: String, of model: PurchaseModel) -> Double {
    isTime(parameter, model) ? value / days : value
  }

  package func inDays(_ value: Double, parameter: String, of model: PurchaseModel) -> Double {
    isTime(parameter, model) ? value * days : value
  }

  /// A log-likelihood of times in days, as one of times in this unit.
  ///
  /// - Parameter repeats: the sum of x over all customers.
  package func inUnit(
    logLikelihood: Double, repeats: Double, of model: PurchaseModel
  ) -> Double {
    model == .bgBB ? logLikelihood : logLikelihood + repeats * .log(days)
  }

  package func inDays(
    logLikelihood: Double, repeats: Double, of model: PurchaseModel
  ) -> Double {
    model == .bgBB ? logLikelihood : logLikelihood - repeats * .log(days)
  }
}
