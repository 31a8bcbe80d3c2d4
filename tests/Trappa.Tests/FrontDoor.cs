namespace Trappa.Tests;

public class FrontDoor
{
    [Fact]
    public void The_generator_is_called_trappa() =>
        Assert.Equal("trappa", typeof(global::Trappa.Commands.CommandLine).Assembly.GetName().Name);
}
