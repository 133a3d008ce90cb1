package import Pipeline
import Values

extension Matrix {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Fields", "象限"),
        formula: "x > x₀;  y > y₀",
        meaning: Phrase(
          "A customer is high on an axis above its cut, low at the cut or below. Customers without a value on one of the axes are in no field, and counted.",
          "高于分界为高，等于或低于分界为低。任一轴无数值的客户不入象限，另行计数。"),
        source:
          "Marcus, A practical yet meaningful approach to customer segmentation, Journal of Consumer Marketing 15(5), 1998"
      ),
      Method(
        title: Phrase("Cuts", "分界"),
        formula: "x̄;  x₍ₕ₎ + (h − ⌊h⌋)(x₍ₕ₊₁₎ − x₍ₕ₎),  h = 1 + (n − 1) p",
        meaning: Phrase(
          "The mean, a quantile (type 7; the median is p = ½), or a number that is given. Marcus cuts frequency and basket at their means.",
          "均值、分位数（第 7 类；中位数即 p = ½）或给定数值。原文献以均值划分频次与客单价。"),
        source:
          "Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996, definition 7"
      ),
      Method(
        title: Phrase("Few respondents", "少数作答者"),
        formula: "n ≥ m",
        meaning: Phrase(
          "Where an axis is satisfaction, a field tells what people answered: sides with fewer than min_cell respondents are hidden, revenue where a field holds fewer, and no customer is listed.",
          "若某轴为满意度，象限即透露作答：作答者少于最小单元数的一侧隐藏，象限人数不足时隐藏收入，且不列客户名单。"),
        source:
          "Hundepool et al., Statistical disclosure control, 2012, chapter 4 (minimum frequency rule)"
      ),
    ]
  }
}
