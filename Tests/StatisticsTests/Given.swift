import Statistics
import Testing

/// Makes what a test rests on, and fails the test where that cannot be made.
enum Given {
  static func mean(_ values: [Double]) throws -> MeanEstimate {
    try #require(MeanEstimate(values))
  }

  static func share(_ count: Int, of n: Int) throws -> Proportion {
    try #require(Proportion(count, of: n))
  }

  static func covariance(_ columns: [[Double]], weights: [Double]? = nil) throws -> Covariance {
    try #require(Covariance(columns: columns, weights: weights))
  }

  static func alpha(_ columns: [[Double]]) throws -> CronbachAlpha {
    try #require(CronbachAlpha(covariance(columns)))
  }
}
