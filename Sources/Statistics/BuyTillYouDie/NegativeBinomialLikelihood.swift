import RealModule

/// The log-likelihood of NBD: `ln Γ(r+x) − ln Γ(r) + r ln α − (r+x) ln(α+T)` of one customer.
struct NegativeBinomialLikelihood: PurchaseLikelihood {
  private let histories: PurchaseHistories
  private let customersByAge: [Double]
  private let purchasesByAge: [Double]

  init(_ histories: PurchaseHistories) {
    self.histories = histories
    (customersByAge, purchasesByAge) = histories.sumsByAge
  }

  func parts(_ parameters: [[Double]], threads: Int) -> [TrustRegion.Evaluation] {
    parameters.enumerated().map { pattern, values in
      let (r, alpha) = (values[0], values[1])
      var value = 0.0
      var gradient = [0.0, 0]
      var hessian = SymmetricMatrix(zeros: 2)
      let offset = pattern * histories.times.count
      for (index, time) in histories.times.enumerated() where customersByAge[offset + index] > 0 {
        let n = customersByAge[offset + index]
        let purchases = purchasesByAge[offset + index]
        // r ln(α/(α+T)) in one, which keeps its digits where r and α are both large.
        let stay = -Double.log(onePlus: time / alpha)
        let whole = alpha + time
        value += n * r * stay - purchases * .log(whole)
        gradient[0] += n * stay
        gradient[1] += n * r * time / (alpha * whole) - purchases / whole
        hessian[0, 1] += n * time / (alpha * whole)
        hessian[1, 1] +=
          purchases / (whole * whole)
          - n * r * time * (alpha + whole) / (alpha * alpha * whole * whole)
      }
      for run in histories.runs where run.pattern == pattern && run.x > 0 {
        let purchase = RisingFactorial.derivatives(r, run.x)
        value += run.customers * RisingFactorial.logarithm(r, run.x)
        gradient[0] += run.customers * purchase.first
        hessian[0, 0] += run.customers * purchase.second
      }
      return TrustRegion.Evaluation(value: value, gradient: gradient, hessian: hessian)
    }
  }
}
