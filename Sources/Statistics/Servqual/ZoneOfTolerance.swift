/// Where perception lies between the least that is accepted and what is desired.
package struct ZoneOfTolerance: Sendable, Equatable {
  package let minimum: Double
  package let desired: Double
  package let perceived: Double

  /// - Precondition: none is NaN.
  package init(minimum: Double, desired: Double, perceived: Double) {
    precondition(!minimum.isNaN && !desired.isNaN && !perceived.isNaN, "three means")
    self.minimum = minimum
    self.desired = desired
    self.perceived = perceived
  }

  /// Perceived less minimum; below 0 the service is not adequate.
  ///
  /// Source: Zeithaml, Berry & Parasuraman, *The behavioral consequences of service quality*,
  /// Journal of Marketing 60(2), 1996 (measures of adequacy and superiority).
  package var adequacy: Double { perceived - minimum }

  /// Perceived less desired; above 0 the service is more than was hoped for.
  package var superiority: Double { perceived - desired }

  /// `(perceived − minimum) / (desired − minimum)`: 0 at the least accepted, 1 at the desired,
  /// outside where the service is; nil where desired is not above minimum, so that there is no
  /// zone.
  package var position: Double? {
    desired > minimum ? adequacy / (desired - minimum) : nil
  }
}
