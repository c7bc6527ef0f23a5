"""What leaves the house: the class page, slides, paper and film of a lesson."""
