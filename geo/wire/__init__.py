"""What crosses to the browser and how it leaves the house."""
